#include "sync/client/door_lookup.hpp"

#include "sync/client/answers.hpp"
#include "sync/client/ask_office.hpp"

namespace guitai {

Result<Recipient> look_up_door(const LinkEnd& end, const OrderId& order)
{
    if (!fits_an_address(order.text)) return refuse("order.unknown", order.text);
    const auto answer = ask_office(end, {.method = "GET", .target = "/v1/doors/" + order.text}, counter_patience_ms);
    if (!answer) return refuse(answer.error());
    return read_recipient(*answer);
}

} // namespace guitai
