package io.daybreak.jobs.columnar;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.xerial.snappy.Snappy;

/**
 * Page compression straight from array to array for snappy, zstd and none; what else a file may use is left to
 * parquet-java, whose streams copy each page once or twice more.
 */
final class PageCodecs implements CompressionCodecFactory {

    private static final int ZSTD_LEVEL = 1;

    private final CodecFactory others = new CodecFactory(new Configuration(false), 0);

    /** Compresses pages with one codec. Holds native memory until closed. */
    static final class Compressor implements AutoCloseable {
        private final CompressionCodecName codec;
        private final ZstdCompressCtx zstd = new ZstdCompressCtx().setLevel(ZSTD_LEVEL);

        /** @throws IllegalArgumentException if pages cannot be written with it */
        Compressor(CompressionCodecName codec) {
            switch (codec) {
                case SNAPPY, ZSTD, UNCOMPRESSED -> this.codec = codec;
                default ->
                    throw new IllegalArgumentException(
                            "pages are written with SNAPPY, ZSTD or UNCOMPRESSED, not " + codec);
            }
        }

        CompressionCodecName codec() {
            return codec;
        }

        /** Most bytes so many can become. */
        int bound(int length) {
            return switch (codec) {
                case SNAPPY -> Snappy.maxCompressedLength(length);
                case ZSTD -> Math.toIntExact(Zstd.compressBound(length));
                default -> length;
            };
        }

        /** Bytes written from {@code to} on. */
        int compress(byte[] bytes, int length, byte[] into, int to) throws IOException {
            return switch (codec) {
                case SNAPPY -> Snappy.compress(bytes, 0, length, into, to);
                case ZSTD -> zstd.compressByteArray(into, to, into.length - to, bytes, 0, length);
                default -> {
                    System.arraycopy(bytes, 0, into, to, length);
                    yield length;
                }
            };
        }

        @Override
        public void close() {
            zstd.close();
        }
    }

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        return others.getCompressor(codec);
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        return switch (codec) {
            case SNAPPY, ZSTD -> new Decompressor(codec);
            default -> new Whole(others.getDecompressor(codec));
        };
    }

    @Override
    public void release() {
        others.release();
    }

    /** A codec whose pages come as streams, which can be read once: made arrays, which can be read again. */
    private record Whole(BytesInputDecompressor codec) implements BytesInputDecompressor {

        @Override
        public BytesInput decompress(BytesInput bytes, int uncompressedSize) throws IOException {
            return BytesInput.from(codec.decompress(bytes, uncompressedSize).toByteArray());
        }

        @Override
        public void decompress(ByteBuffer input, int compressedSize, ByteBuffer output, int uncompressedSize)
                throws IOException {
            codec.decompress(input, compressedSize, output, uncompressedSize);
        }

        @Override
        public void release() {
            codec.release();
        }
    }

    private record Decompressor(CompressionCodecName codec) implements BytesInputDecompressor {

        @Override
        public BytesInput decompress(BytesInput bytes, int uncompressedSize) throws IOException {
            byte[] into = new byte[uncompressedSize];
            byte[] from = PageBytes.of(bytes.toByteBuffer());
            int at = PageBytes.start(bytes.toByteBuffer());
            int length = Math.toIntExact(bytes.size());
            if (codec == CompressionCodecName.SNAPPY) {
                Snappy.uncompress(from, at, length, into, 0);
            } else {
                Zstd.decompressByteArray(into, 0, into.length, from, at, length);
            }
            return BytesInput.from(into);
        }

        @Override
        public void decompress(ByteBuffer input, int compressedSize, ByteBuffer output, int uncompressedSize)
                throws IOException {
            byte[] compressed = new byte[compressedSize];
            input.get(compressed);
            output.put(decompress(BytesInput.from(compressed), uncompressedSize).toByteBuffer());
        }

        @Override
        public void release() {
            // holds nothing
        }
    }
}
