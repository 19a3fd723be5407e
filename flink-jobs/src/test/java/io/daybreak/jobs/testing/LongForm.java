package io.daybreak.jobs.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The long form of a proof whose short form runs every time; see {@code docs/testing.md}. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfSystemProperty(named = "long", matches = ".*", disabledReason = "a long form: mvn verify -Dlong runs it")
public @interface LongForm {}
