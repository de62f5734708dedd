package org.allmende.notify;

import java.time.Instant;

/** That a step was told to so many people. */
public record Told(String key, Instant at, int people) {}
