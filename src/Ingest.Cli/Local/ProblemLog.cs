namespace Ingest.Cli.Local;

/// <summary>What the host's parts log, for the person who runs it: warnings and errors, a line each, with what was thrown; the frameworks' own words are left out.</summary>
sealed class ProblemLog(Feed feed) : ILoggerProvider
{
    const string Ours = "Ingest.";

    /// <summary>Tells of every upload, which <see cref="Feed"/> does already.</summary>
    const string OfUploads = "Ingest.Storage.Telemetry.";

    public ILogger CreateLogger(string categoryName) => new Logger(feed, LeastOf(categoryName));

    static LogLevel LeastOf(string category) =>
        category.StartsWith(OfUploads, StringComparison.Ordinal) || !category.StartsWith(Ours, StringComparison.Ordinal) ? LogLevel.Critical : LogLevel.Warning;

    public void Dispose()
    {
    }

    sealed class Logger(Feed feed, LogLevel least) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= least;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel)) return;
            var message = formatter(state, exception);
            if (exception is not null && !message.Contains(exception.Message, StringComparison.Ordinal)) message = $"{message}: {exception.GetType().Name}: {Problems.FirstLine(exception)}";
            feed.Problem(message, severe: logLevel >= LogLevel.Error);
        }
    }
}
