package io.daybreak.jobs.landing;

import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** How pages are compressed. */
public enum LandingCodec {
    NONE(CompressionCodecName.UNCOMPRESSED),
    SNAPPY(CompressionCodecName.SNAPPY),
    ZSTD(CompressionCodecName.ZSTD),
    GZIP(CompressionCodecName.GZIP);

    private final CompressionCodecName parquetName;

    LandingCodec(CompressionCodecName parquetName) {
        this.parquetName = parquetName;
    }

    CompressionCodecName parquetName() {
        return parquetName;
    }
}
