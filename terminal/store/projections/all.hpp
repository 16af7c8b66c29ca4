// Every projection of a till, in the order in which they are told of an event.
#pragma once

#include "sync/journal/books.hpp"
#include "terminal/store/identity.hpp"

#include <memory>
#include <vector>

namespace guitai {

[[nodiscard]] std::vector<std::unique_ptr<Projection>> make_projections(const TillIdentity& self);

} // namespace guitai
