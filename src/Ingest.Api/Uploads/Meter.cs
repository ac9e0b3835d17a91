namespace Ingest.Api.Uploads;

/// <summary>Counts what an upload unpacks to, and stops it where that is more than it may be: nothing is unpacked that is not counted.</summary>
/// <param name="maxFiles">Most files.</param>
/// <param name="maxBytes">Most bytes over all files.</param>
sealed class Meter(int maxFiles, long maxBytes)
{
    long bytes;
    int files;

    public void File()
    {
        if (++files > maxFiles) throw new TooLargeException($"The upload holds more than {maxFiles} files. Send it in parts.");
    }

    public Stream Count(Stream inner) => new Counted(inner, this);

    void Bytes(int read)
    {
        bytes += read;
        if (bytes > maxBytes) throw new TooLargeException($"The upload unpacks to more than the {maxBytes} bytes that one of its size may. Send it in parts.");
    }

    sealed class Counted(Stream inner, Meter meter) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            meter.Bytes(read);
            return read;
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await inner.ReadAsync(buffer, cancellationToken);
            meter.Bytes(read);
            return read;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
