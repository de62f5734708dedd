// @ts-check
/**
 * One connection to another end, a browser or the media server: sends and takes offers one after the other. It always
 * has a place for sound and one for a picture, so that switching them on or off needs no new offer.
 */
const KINDS = /** @type {const} */ (["audio", "video"]);
const CAMERA_BITS = 256_000;
const SCREEN_BITS = 1_000_000;

export class Way {
  #connection;
  #direction;
  #own;
  #say;
  #work = Promise.resolve();

  /**
   * @param {RTCIceServer[]} ice
   * @param {"sendrecv" | "sendonly" | "recvonly"} direction
   * @param {import("./own.js").Own} own
   * @param {(signal: object) => void} say
   * @param {(state: RTCPeerConnectionState) => void} turned
   */
  constructor(ice, direction, own, say, turned) {
    this.#direction = direction;
    this.#own = own;
    this.#say = say;
    this.#connection = new RTCPeerConnection({ iceServers: ice });
    this.#connection.addEventListener("icecandidate", (event) => {
      if (event.candidate?.candidate) {
        const { candidate, sdpMid, sdpMLineIndex } = event.candidate;
        say({ candidate: { candidate, sdpMid, sdpMLineIndex } });
      }
    });
    this.#connection.addEventListener("connectionstatechange", () => turned(this.#connection.connectionState));
  }

  get connection() {
    return this.#connection;
  }

  offer() {
    return this.#next(async () => {
      KINDS.forEach((kind) => this.#connection.addTransceiver(kind, { direction: this.#direction }));
      await this.#load();
      await this.#connection.setLocalDescription();
      this.#tell();
    });
  }

  /** Takes what the other end says, and answers an offer. */
  take(description) {
    return this.#next(async () => {
      await this.#connection.setRemoteDescription(description);
      if (description.type === "offer") {
        for (const transceiver of this.#connection.getTransceivers()) {
          if (transceiver.direction !== "stopped") {
            transceiver.direction = this.#direction;
          }
        }
        await this.#load();
        await this.#connection.setLocalDescription();
        this.#tell();
      }
      await this.#narrow();
    });
  }

  candidate(candidate) {
    return this.#next(() => this.#connection.addIceCandidate(candidate));
  }

  /** Sends what one's own devices give now. */
  load() {
    return this.#next(() => this.#load());
  }

  /** What comes in: the place, the track and its receiver. */
  incoming() {
    return this.#connection
      .getTransceivers()
      .filter((each) => each.mid !== null && each.receiver.track && each.direction !== "sendonly")
      .map((each) => ({ mid: each.mid, receiver: each.receiver, track: each.receiver.track }));
  }

  close() {
    this.#connection.close();
  }

  async #load() {
    if (this.#direction === "recvonly") {
      return;
    }
    for (const { sender, receiver } of this.#connection.getTransceivers()) {
      const track = this.#own.track(receiver.track.kind);
      if (sender.track !== track) {
        await sender.replaceTrack(track);
      }
    }
    await this.#narrow();
  }

  /** A tile is small, and a village's line too; a screen is to be read. */
  async #narrow() {
    for (const { sender, receiver } of this.#connection.getTransceivers()) {
      const parameters = sender.getParameters();
      if (receiver.track.kind === "video" && parameters.encodings?.length === 1) {
        parameters.encodings[0].maxBitrate = this.#own.screen ? SCREEN_BITS : CAMERA_BITS;
        await sender.setParameters(parameters);
      }
    }
  }

  #tell() {
    const { type, sdp } = this.#connection.localDescription ?? {};
    this.#say({ description: { type, sdp } });
  }

  #next(step) {
    this.#work = this.#work.then(step).catch((error) => {
      if (this.#connection.signalingState !== "closed") {
        console.warn(error);
      }
    });
    return this.#work;
  }
}
