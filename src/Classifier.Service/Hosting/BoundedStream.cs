using Classifier.Core;
using Classifier.Service.Errors;
using Classifier.Service.Telemetry;
using Grpc.Core;

namespace Classifier.Service.Hosting;

/// <summary>A message while it is unpacked: too large or broken, it ends the call with a status that says so.</summary>
/// <param name="unpacked">What is read; closed with this.</param>
/// <param name="most">Bytes.</param>
/// <param name="metrics">Count it here: gRPC reads messages outside whatever counts what calls throw.</param>
internal sealed class BoundedStream(Stream unpacked, int most, ServiceMetrics metrics) : Stream
{
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        try
        {
            var count = unpacked.Read(buffer);
            _read += count;
            return _read <= most ? count : throw Refused(Oversize.Error(null, most));
        }
        catch (InvalidDataException)
        {
            throw Refused(Malformed.Error("request"));
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            unpacked.Dispose();
        }

        base.Dispose(disposing);
    }

    private RpcException Refused(ClassifierException error)
    {
        metrics.Refused(error.Reason);
        return StatusMapper.ToRpc(error);
    }
}
