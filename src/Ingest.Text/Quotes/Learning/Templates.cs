namespace Ingest.Text.Quotes.Learning;

/// <summary>Where each group of features has its template numbers, so that no two share one.</summary>
static class Templates
{
    public const int Filter = 0;
    public const int Cue = 40;
    public const int Layout = 80;
    public const int RightStart = 100;
    public const int RightEnd = 130;
    public const int RightSpan = 160;
    public const int LeftStart = 180;
    public const int LeftEnd = 210;
    public const int LeftSpan = 240;
    public const int TailStart = 260;
    public const int TailSpan = 320;
    public const int Source = 340;
}
