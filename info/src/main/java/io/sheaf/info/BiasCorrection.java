package io.sheaf.info;

/// What is done about the bias of plug-in estimates, which see too much information in few samples.
///
/// All but [#NONE] can make an information negative: it is a sum of entropies, corrected one by
/// one. Too little remains corrected where most states occur once; compare with surrogates then
/// ([SurrogateTest#effectiveBits()]).
public enum BiasCorrection {
  /// The plug-in (maximum likelihood) estimate as it is.
  NONE,
  /// Adds (m - 1)/(2n) nats to each entropy, where m counts the observed states.
  ///
  /// @see <a href="https://doi.org/10.1162/089976603321780272">Paninski 2003, section 4</a>
  MILLER_MADOW,
  /// Entropy ln(n) - 1/n sum c G(c), where G(c) = digamma(c) + (-1)^c/2 (digamma((c + 1)/2) -
  /// digamma(c/2)): bias of at most one state's worth, and small for frequent states.
  ///
  /// @see <a href="https://doi.org/10.48550/arXiv.physics/0307138">Grassberger 2003, equation
  ///   28</a>
  GRASSBERGER,
  /// Coverage-adjusted: states not seen are allowed for by the share of states seen once
  /// (Good-Turing), and each state by its chance to be seen at all (Horvitz-Thompson). Where every
  /// state occurs once, one is taken to be seen twice, as usual.
  ///
  /// @see <a href="https://doi.org/10.1023/A:1026096204727">Chao, Shen 2003</a>
  CHAO_SHEN,
  /// Shrinks the joint frequencies towards equal ones by the share that makes the expected squared
  /// error least, and takes all entropies of the result. The cells are all combinations of observed
  /// values of target, source and past. Consistent, never negative.
  ///
  /// @see <a href="https://jmlr.org/papers/v10/hausser09a.html">Hausser, Strimmer 2009</a>
  JAMES_STEIN
}
