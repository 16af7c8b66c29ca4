// The page at which orders are packed with a scanner.
#pragma once

#include "sync/office/console/pages.hpp"

namespace guitai::office {

[[nodiscard]] Shown packing_page(const PageMaker& maker);

} // namespace guitai::office
