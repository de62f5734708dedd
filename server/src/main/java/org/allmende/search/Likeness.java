package org.allmende.search;

import java.util.List;
import org.allmende.base.i18n.Message;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;

/**
 * A thing that could answer a text, offered to a person who decides.
 *
 * @param ref the thing
 * @param tenant its owner
 * @param title its title
 * @param url address of its page
 * @param score how likely, from 0 to 1
 * @param reasons why it is offered, each of them true, the strongest first
 */
public record Likeness(
    Ref ref, TenantId tenant, String title, String url, double score, List<Message> reasons) {}
