package org.allmende.workshop;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/** Draws an address as a QR code that phones read from a wall. */
final class QrCode {

  private QrCode() {}

  /** The body of an SVG whose view box is as many units wide and high as the code has modules. */
  record Drawing(int size, String path) {}

  static Drawing draw(String address) {
    try {
      BitMatrix matrix =
          new QRCodeWriter()
              .encode(
                  address,
                  BarcodeFormat.QR_CODE,
                  0,
                  0,
                  Map.of(
                      EncodeHintType.ERROR_CORRECTION,
                      ErrorCorrectionLevel.M,
                      EncodeHintType.MARGIN,
                      2));
      return new Drawing(matrix.getWidth(), path(matrix));
    } catch (WriterException e) {
      throw new IllegalStateException("address too long for a QR code", e);
    }
  }

  private static String path(BitMatrix matrix) {
    var path = new StringBuilder();
    for (int y = 0; y < matrix.getHeight(); y++) {
      int x = 0;
      while (x < matrix.getWidth()) {
        int from = x;
        while (x < matrix.getWidth() && matrix.get(x, y)) {
          x++;
        }
        if (x > from) {
          path.append('M')
              .append(from)
              .append(' ')
              .append(y)
              .append('h')
              .append(x - from)
              .append("v1h-")
              .append(x - from)
              .append('z');
        } else {
          x++;
        }
      }
    }
    return path.toString();
  }
}
