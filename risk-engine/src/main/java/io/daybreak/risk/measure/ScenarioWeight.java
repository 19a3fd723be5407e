package io.daybreak.risk.measure;

import java.io.Serializable;

/** A scenario and its weight in a figure; {@code scenario} is the index in the cube, not a rank. */
public record ScenarioWeight(int scenario, double weight) implements Serializable {}
