// Who bears what it costs to send goods back (退换货运费).
#pragma once

#include "sync/events/field.hpp"

#include <array>
#include <string_view>
#include <utility>

namespace guitai {

// Nobody: nothing was sent, or it cost nothing.
enum class FreightPayer { nobody, firm, customer };
template<>
struct Words<FreightPayer> {
    static constexpr std::array<std::pair<FreightPayer, std::string_view>, 3> all{{
        {FreightPayer::nobody, "nobody"},
        {FreightPayer::firm, "firm"},
        {FreightPayer::customer, "customer"},
    }};
};

} // namespace guitai
