namespace Ingest.Text.Quotes.Learning;

/// <summary>Where each group of features has its template numbers, so that no two share one.</summary>
static class Templates
{
    public static readonly Template Filter = new(0);
    public static readonly Template Cue = new(40);
    public static readonly Template Layout = new(80);
    public static readonly Template RightStart = new(100);
    public static readonly Template RightEnd = new(130);
    public static readonly Template RightSpan = new(160);
    public static readonly Template LeftStart = new(180);
    public static readonly Template LeftEnd = new(210);
    public static readonly Template LeftSpan = new(240);
    public static readonly Template TailStart = new(260);
    public static readonly Template TailSpan = new(320);
    public static readonly Template Source = new(340);
}
