package org.allmende.base.event;

/**
 * Something that has happened. A public record of the module where it happened, with ids only: its
 * handlers look up what they need when they run.
 */
public interface Event {}
