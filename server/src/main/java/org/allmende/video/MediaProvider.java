package org.allmende.video;

/** Carries sound and pictures within a room. Called in the order things happen; must not wait. */
interface MediaProvider {

  /** The word that tells browsers how to connect. */
  String name();

  /** How many may talk in one room. */
  int capacity();

  /** Whether it works at the moment. */
  boolean isUp();

  void entered(MediaRoomId room, Attendee who);

  void left(MediaRoomId room, Attendee who);

  /** Somebody switched microphone or camera. */
  void shows(MediaRoomId room, Attendee who);

  /** Somebody tells another end something. */
  void signal(Gathering gathering, Attendee from, String to, Signal signal);
}
