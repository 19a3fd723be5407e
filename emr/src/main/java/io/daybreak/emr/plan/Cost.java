package io.daybreak.emr.plan;

import java.math.BigDecimal;

/**
 * What a calm night costs in USD.
 *
 * @param primaryUsd primary nodes, fee included
 * @param coreUsd core nodes, fee included
 * @param taskUsd task nodes, fee included
 * @param emrFeeUsd part of the three above that is EMR's fee; spot does not discount it
 * @param ebsUsd volumes
 * @param s3RequestsUsd requests
 * @param totalUsd everything above, fee counted once
 * @param onDemandUsd what the same night costs with nothing on spot
 * @param usdPerGb total over landed GB
 */
public record Cost(
        BigDecimal primaryUsd,
        BigDecimal coreUsd,
        BigDecimal taskUsd,
        BigDecimal emrFeeUsd,
        BigDecimal ebsUsd,
        BigDecimal s3RequestsUsd,
        BigDecimal totalUsd,
        BigDecimal onDemandUsd,
        BigDecimal usdPerGb) {}
