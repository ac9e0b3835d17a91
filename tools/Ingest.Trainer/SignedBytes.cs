namespace Ingest.Trainer;

/// <summary>Weights as signed bytes and what one step of them is worth.</summary>
static class SignedBytes
{
    /// <param name="top">What the greatest byte stands for; what is beyond is cut.</param>
    public static (sbyte[] Bytes, float Scale) Of(float[] weights, float top)
    {
        var scale = top / sbyte.MaxValue;
        return ([.. weights.Select(w => (sbyte)Math.Clamp(MathF.Round(w / scale), -sbyte.MaxValue, sbyte.MaxValue))], scale);
    }
}
