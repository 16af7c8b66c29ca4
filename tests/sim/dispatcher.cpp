#include "tests/sim/dispatcher.hpp"

#include "sync/office/projections/orders.hpp"

#include <fmt/format.h>

#include <map>

namespace guitai::sim {

void Dispatcher::step()
{
    if (!m_office.is_up()) return;
    const auto orders = office::list_orders(m_office.reads(), {});
    if (orders.empty()) return;
    const office::OrderRow order{m_dice.pick(orders)};
    const std::string& id{order.placed.order.text};
    const std::string shipment{fmt::format(R"({{"carrier":"顺丰","tracking":"SF{:08}"}})", m_dice.below(100'000'000))};
    const std::int64_t what{m_dice.below(100)};
    if (what < 5) return ask(id, "cancel", R"({"reason":"顾客来电"})");
    if (what < 10) return ask(id, "decline", R"({"reason":"瑕疵"})");
    if (what < 15) return ask(id, "ship", shipment); // Too early or twice, most of the time.
    switch (order.state) {
    case OrderState::captured: return ask(id, "accept", "{}");
    case OrderState::accepted: return ask(id, "ship", shipment);
    case OrderState::shipped:
        // What goes to a shop is received there.
        if (order.placed.delivery == Delivery::ship) ask(id, "deliver", "{}");
        return;
    default: return;
    }
}

void Dispatcher::ask(const std::string& order, const std::string& step, const std::string& body)
{
    const auto response = m_office.post(fmt::format("/v1/orders/{}/{}", order, step), body);
    static const std::map<std::string, std::string> events{{"accept", "order_accepted"},
                                                            {"decline", "order_declined"},
                                                            {"ship", "order_shipped"},
                                                            {"deliver", "order_delivered"},
                                                            {"cancel", "order_cancelled"}};
    if (response && response->status == 200) m_promises.push_back({{order}, events.at(step)});
    // 409: not possible in this state, or nobody has the goods.
    if (!response || response->status == 200 || response->status == 409) return;
    m_surprises.push_back(fmt::format("the office answers {} to {} of {}: {}", response->status, step, order,
                                      response->body));
}

} // namespace guitai::sim
