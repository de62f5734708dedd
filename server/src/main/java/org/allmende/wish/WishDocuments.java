package org.allmende.wish;

import org.springframework.stereotype.Component;

/** Says what the search finds of wishes. */
@Component
class WishDocuments {

  void put(Wish wish) {}
}
