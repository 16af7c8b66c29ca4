#include "tests/sim/dispatcher.hpp"

#include "sync/office/projections/members.hpp"
#include "sync/office/projections/orders.hpp"
#include "sync/office/together.hpp"
#include "sync/purses/owners.hpp"
#include "tests/sim/together.hpp"

#include <fmt/format.h>

#include <map>

namespace guitai::sim {

void Dispatcher::step()
{
    if (!m_office.is_up()) return;
    if (m_dice.percent(8)) return tie_members();
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

void Dispatcher::tie_members()
{
    m_office.decide([&](office::Office& office, const database::Transaction& open) {
        std::vector<office::Duplicate> found;
        const auto everybody = persons(office.connection());
        // People find duplicates by the name, too, and are wrong now and then.
        const MemberId one_of_them{m_dice.pick(everybody)};
        found.push_back({one_of_them, m_dice.pick(everybody), {}, {}});
        for (const MemberId& person : everybody) {
            const auto profile = office::profile_of(office.connection(), person);
            for (office::Duplicate& one : office::duplicates_of(office.connection(), *profile)) {
                found.push_back(std::move(one));
            }
            for (const MemberId& merged : office::merged_into(office.connection(), person)) {
                found.push_back({person, merged, {}, {}});
            }
        }
        const office::Duplicate one{m_dice.pick(found)};
        const bool is_one{purses::person_of(office.connection(), one.merged) == one.kept};
        // Refused where one of them is merged with a third, or in a family: nothing comes of it then.
        if (is_one) (void)office::part_members(office, open, one.merged, {"总部"});
        else (void)office::merge_members(office, open, {one.kept, one.merged, {"总部"}});
    });
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
