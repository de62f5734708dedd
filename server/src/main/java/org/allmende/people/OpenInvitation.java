package org.allmende.people;

import java.util.List;
import org.allmende.base.web.Role;

/** An invitation nobody has accepted yet, with the link its administrator may hand on. */
record OpenInvitation(String email, List<Role> roles, String link) {}
