// Whether list prices hold the tax already or it comes on top.
#pragma once

namespace guitai {

enum class TaxMode { included, excluded };

} // namespace guitai
