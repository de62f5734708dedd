package org.allmende.notify;

import java.util.List;
import org.allmende.base.id.Ref;

/**
 * Something new that subscribers hear of.
 *
 * @param step what happened, as subscribers are told
 * @param subjects what it belongs to, such as {@code tenant:moers} or {@code topic:baum}
 * @param toldAnyway things whose followers hear the same as followers
 */
public record News(Step step, List<Ref> subjects, List<Ref> toldAnyway) {}
