package org.ponens.app.generate;

import java.io.Closeable;
import java.io.IOException;

/** Takes lines of UTF-8, without their ends. */
interface LineSink extends Closeable {

  void line(byte[] line) throws IOException;
}
