// Which till these books belong to. A till counts its own events when it writes
// them and skips the head office's echo of them, so every fold must know.
#pragma once

#include "sync/events/ids.hpp"

namespace guitai {

struct TillIdentity {
    TillNumber till{0};
    PlaceCode store;
    bool is_alone{false}; // A shop of its own, without a head office.
};

} // namespace guitai
