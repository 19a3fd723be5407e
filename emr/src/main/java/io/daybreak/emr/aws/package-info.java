/**
 * The only package that imports the AWS SDK: EMR behind the {@link io.daybreak.emr.launch.Clusters} port, and AWS's
 * errors as {@link io.daybreak.emr.launch.CloudFailure}. It decides nothing and retries nothing; the SDK's own retries are
 * off, because adding a step twice is worse than failing once.
 */
@NullMarked
package io.daybreak.emr.aws;

import org.jspecify.annotations.NullMarked;
