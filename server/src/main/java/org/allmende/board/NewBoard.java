package org.allmende.board;

import java.util.List;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;

/**
 * A board to be made.
 *
 * @param owner what it belongs to; one board each
 * @param url the page that shows it, where plain forms lead back to
 */
public record NewBoard(TenantId tenant, Ref owner, String url, List<NewPhase> phases) {}
