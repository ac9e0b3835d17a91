using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Ingest.Storage.Transactions;

/// <summary>Answers of the table service that mean "somebody was quicker", as against "it failed".</summary>
static class StorageConflict
{
    /// <summary>The row was changed (412), is there already (409) or is gone (404).</summary>
    public static bool Is(RequestFailedException e) => e.Status is 404 or 409 or 412 && e.ErrorCode != TableErrorCode.TableNotFound && e.ErrorCode != TableErrorCode.TableBeingDeleted;

    /// <summary>A row that was to be added is there already.</summary>
    public static bool IsExisting(RequestFailedException e) => e.Status == 409;

    /// <summary>Which action of the transaction met the conflict; null where the service does not say.</summary>
    public static int? Index(RequestFailedException e) => (e as TableTransactionFailedException)?.FailedTransactionActionIndex;
}
