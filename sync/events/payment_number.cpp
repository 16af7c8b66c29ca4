#include "sync/events/payment_number.hpp"

#include <fmt/format.h>

namespace guitai {

std::string payment_number(const AccountPaid& paid, TillNumber till)
{
    return fmt::format("{}-{}-R{:05}", paid.store.text, till, paid.payment);
}

std::string payment_number(const ValueLoaded& loaded, TillNumber till)
{
    return fmt::format("{}-{}-V{:05}", loaded.store.text, till, loaded.load);
}

std::string payment_number(const MembershipPaid& paid, TillNumber till)
{
    return fmt::format("{}-{}-F{:05}", paid.store.text, till, paid.fee);
}

std::string payment_number(const MembershipRefunded& refunded, TillNumber till)
{
    return fmt::format("{}-{}-B{:05}", refunded.store.text, till, refunded.refund);
}

} // namespace guitai
