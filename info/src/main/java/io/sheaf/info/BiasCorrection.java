package io.sheaf.info;

/// What is done about the bias of plug-in estimates, which see too much information in few samples.
public enum BiasCorrection {
  /// The plug-in (maximum likelihood) estimate as it is.
  NONE,
  /// Adds (m - 1)/(2n) nats to each entropy, where m counts the observed states. The corrected
  /// information may be negative. Too little where most states occur once; compare with surrogates
  /// then ([SurrogateTest#effectiveBits()]).
  ///
  /// @see <a href="https://doi.org/10.1162/089976603321780272">Paninski 2003, section 4</a>
  MILLER_MADOW
}
