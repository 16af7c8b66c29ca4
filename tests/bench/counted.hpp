// A scan, a search and a sale of a shop of fixed size, in functions that valgrind can
// tell apart: how many instructions each takes does not depend on the machine's mood.
#pragma once

#include "terminal/app/till.hpp"
#include "terminal/store/till_store.hpp"

#include <cstdint>

namespace guitai::bench {

// How often each of them is done.
inline constexpr int counted_times{100};

// Somebody is signed in and a shift is open.
void do_counted_work(Till& till, TillStore& store, std::int64_t items);

} // namespace guitai::bench
