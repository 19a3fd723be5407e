/**
 * What a customer who is not under contract will buy and spend: BG/NBD for how often, Gamma-Gamma for how much, fitted
 * by maximum likelihood. Times are in one unit throughout, weeks by custom. The same data give the same digits.
 * Start at {@link io.daybreak.risk.lifetime.BetaGeometricNbd} and {@link io.daybreak.risk.lifetime.GammaGamma}.
 */
@org.jspecify.annotations.NullMarked
package io.daybreak.risk.lifetime;
