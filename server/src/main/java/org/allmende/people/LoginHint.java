package org.allmende.people;

/** An account of the demo content, shown on the login page. */
public record LoginHint(String email, String password, String what) {}
