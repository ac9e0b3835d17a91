namespace Ingest.Text.Quotes.Learning;

/// <summary>Where each group of features has its template numbers, so that no two share one.</summary>
static class Templates
{
    public static readonly Template Filter = new(0);
    public static readonly Template Cue = new(40);
    public static readonly Template Layout = new(80);
    public static readonly Template RightStart = new(100);
    public static readonly Template RightEnd = new(560);
    public static readonly Template RightSpan = new(430);
    public static readonly Template LeftStart = new(180);
    public static readonly Template LeftEnd = new(450);
    public static readonly Template LeftSpan = new(490);
    public static readonly Template TailStart = new(510);
    public static readonly Template TailSpan = new(540);
    public static readonly Template Source = new(340);
    public static readonly Template Floating = new(380);
    public static readonly Template Joining = new(600);
}
