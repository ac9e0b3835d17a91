using Ingest.Api.Answers;
using Ingest.Api.Contract;
using Ingest.Api.Problems;

namespace Ingest.Api.Asking;

/// <summary>Parameters that are right alone and wrong together.</summary>
static class Combinations
{
    public static void Check(Arguments arguments, List<ParameterFault> faults)
    {
        Exclude(Parameters.Date, Parameters.From, "one day is no range");
        Exclude(Parameters.Date, Parameters.To, "one day is no range");
        Exclude(Parameters.Top, Parameters.Size, "top is the length of its one page");
        Exclude(Parameters.Top, Parameters.Next, "top gives one page");
        if (Given(Parameters.Top) && arguments.Operation.Parameters.Contains(Parameters.Order) && arguments.Get(Parameters.Order) == SpeakerOrder.Name)
            faults.Add(Fault.Together(Parameters.Top, Parameters.Order, "top ranks by quotes"));
        if (Given(Parameters.From) && Given(Parameters.To) && arguments.Get(Parameters.From) > arguments.Get(Parameters.To))
            faults.Add(new ParameterFault(Parameters.From.Name, $"{arguments.Get(Parameters.From):yyyy-MM-dd}", $"it is after to ({arguments.Get(Parameters.To):yyyy-MM-dd}); a range runs from the earlier day to the later"));
        if (Given(Parameters.Size) && arguments.Operation.Parameters.Contains(Parameters.Format) && Negotiation.Choose(arguments) is ListFormat.Csv or ListFormat.Ndjson)
            faults.Add(new ParameterFault(Parameters.Size.Name, null, "CSV and NDJSON give the whole list and have no pages; leave it out, or ask for JSON"));

        bool Given(Parameter parameter) => arguments.Operation.Parameters.Contains(parameter) && arguments.Has(parameter);

        void Exclude(Parameter one, Parameter other, string why)
        {
            if (Given(one) && Given(other)) faults.Add(Fault.Together(one, other, why));
        }
    }
}
