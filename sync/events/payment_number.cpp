#include "sync/events/payment_number.hpp"

#include <fmt/format.h>

namespace guitai {

std::string payment_number(const AccountPaid& paid, TillNumber till)
{
    return fmt::format("{}-{}-R{:05}", paid.store.text, till, paid.payment);
}

} // namespace guitai
