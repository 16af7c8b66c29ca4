#include "terminal/drive/words.hpp"

#include "terminal/drive/answers.hpp"

namespace guitai::drive {

Handler handler_of(std::string_view word)
{
    for (const auto group :
         {selling_handler, member_handler, points_handler, value_handler, club_handler, card_handler,
          trade_handler, counter_handler, order_handler, shift_handler, device_handler}) {
        if (const Handler handler{group(word)}) return handler;
    }
    return nullptr;
}

const char* customer_field(const Fields& fields)
{
    return fields.has("card") ? "card" : fields.has("member") ? "member" : "phone";
}

Result<void> act(Request& request, const Command& command)
{
    if (!request.fields.bad().empty()) return refuse("drive.bad_field", request.fields.bad());
    (void)request.till.handle(CountTaps{1}); // A line stands for a tap.
    auto done = request.till.handle(command);
    (void)request.till.rest();
    return done;
}

Answer on_ticket(Request& request, const Command& command)
{
    if (auto done = act(request, command); !done) return refuse(done.error());
    return JsonObject{}.object("cart", cart_of(request.till.view().cart));
}

} // namespace guitai::drive
