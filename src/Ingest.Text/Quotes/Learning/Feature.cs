namespace Ingest.Text.Quotes.Learning;

/// <summary>Numbers for features: a template and up to four values in one hash.</summary>
static class Feature
{
    public static uint Of(int template) => Mix((uint)template * 0x9E3779B1u);

    public static uint Of(int template, int a) => Mix((uint)template * 0x9E3779B1u + (uint)a * 0x85EBCA6Bu);

    public static uint Of(int template, int a, int b) => Mix(((uint)template * 0x9E3779B1u + (uint)a * 0x85EBCA6Bu) ^ ((uint)b * 0xC2B2AE35u + 0x27D4EB2Fu));

    public static uint Of(int template, int a, int b, int c) =>
        Mix((((uint)template * 0x9E3779B1u + (uint)a * 0x85EBCA6Bu) ^ ((uint)b * 0xC2B2AE35u + 0x27D4EB2Fu)) + (uint)c * 0x165667B1u);

    static uint Mix(uint x)
    {
        x ^= x >> 15;
        x *= 0x2C1B3C6Du;
        return x ^ (x >> 13);
    }
}
