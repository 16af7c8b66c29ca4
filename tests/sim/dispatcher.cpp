#include "tests/sim/dispatcher.hpp"

#include "sync/complaints/tables.hpp"
#include "sync/office/complaint_desk.hpp"
#include "sync/office/correct_points.hpp"
#include "sync/office/erasure.hpp"
#include "sync/office/projections/items.hpp"
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
    if (m_dice.percent(3)) return set_rules();
    if (m_dice.percent(3)) return erase_member();
    if (m_dice.percent(3)) return correct_points();
    if (m_dice.percent(4)) return look_after_complaints();
    const auto orders = office::list_orders(m_office.reads(), {});
    if (orders.empty()) return;
    const office::OrderRow order{m_dice.pick(orders)};
    const std::string& id{order.placed.order.text};
    const std::int64_t what{m_dice.below(100)};
    if (what < 5) return ask(id, "cancel", R"({"reason":"顾客来电"})");
    if (what < 9) return ask(id, "decline", R"({"reason":"瑕疵"})");
    if (what < 12) return ship(order); // Too early or twice, most of the time.
    if (what < 15) return ask(id, "hold", R"({"reason":"换一处发"})");
    go_on(order);
}

void Dispatcher::go_on(const office::OrderRow& order)
{
    const std::string& id{order.placed.order.text};
    const bool to_a_door{order.placed.delivery == Delivery::ship};
    switch (order.state) {
    case OrderState::captured:
    case OrderState::to_confirm:
        if (m_dice.percent(10)) return offer(order);
        if (m_dice.percent(15) && order.placed.quantity > Quantity::pieces(1)) {
            return ask(id, "split", R"({"quantity":1})");
        }
        return ask(id, "accept", "{}");
    case OrderState::accepted:
        if (m_dice.percent(60)) return ask(id, "allocate", "{}");
        return ship(order);
    case OrderState::allocated:
        // A shop does it itself, most of the time.
        if (order.source == warehouse || m_dice.percent(20)) ask(id, "pack", "{}");
        return;
    case OrderState::packed:
        if (order.source == warehouse || m_dice.percent(20)) ship(order);
        return;
    case OrderState::shipped:
    case OrderState::out_for_delivery:
    case OrderState::delivery_failed:
        if (order.carrier == own_carrier) return; // The shop itself says how that went.
        if (m_dice.percent(40)) return ask(id, m_dice.percent(60) ? "send_out" : "fail_delivery", "{}");
        // What goes to a shop is received there.
        if (to_a_door) ask(id, m_dice.percent(80) ? "deliver" : "come_back", "{}");
        return;
    default: return;
    }
}

void Dispatcher::ship(const office::OrderRow& order)
{
    ask(order.placed.order.text, "ship",
        fmt::format(R"({{"carrier":"顺丰","tracking":"SF{:08}"}})", m_dice.below(100'000'000)));
}

// Another article of the chain, if it is one: at its price, or refused.
void Dispatcher::offer(const office::OrderRow& order)
{
    const auto items = office::all_items(m_office.reads());
    const Sku instead{m_dice.pick(items).sku};
    if (instead == order.placed.sku) return;
    ask(order.placed.order.text, "offer", fmt::format(R"({{"sku":"{}","reason":"相近"}})", instead.text));
}

void Dispatcher::set_rules()
{
    FulfilmentSet rules;
    rules.automatic = m_dice.percent(50);
    rules.parcels_max = m_dice.between(1, 3);
    rules.answer_minutes = m_dice.between(10, 90);
    rules.places = {{first_shop, m_dice.percent(70), 20, Quantity::pieces(m_dice.below(2)), {}, {1'000}},
                    {warehouse, true, m_dice.between(10, 30), {}, {}, {}}};
    m_office.decide([&](office::Office& office, const database::Transaction& open) { office.say(open, rules); });
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

void Dispatcher::erase_member() { erase(m_dice.pick(persons(m_office.reads()))); }

void Dispatcher::erase_again()
{
    if (!m_office.is_up()) return;
    for (const MemberId& member : m_erased) erase(member);
}

void Dispatcher::erase(const MemberId& member)
{
    m_office.decide([&](office::Office& office, const database::Transaction& open) {
        // Refused where she is gone already, or a parcel is under way to her.
        if (office::erase_member(office, open, member, {{"总部"}, Role::privacy})) m_erased.insert(member);
    });
}

void Dispatcher::correct_points()
{
    constexpr std::int64_t points_max{400};
    const office::PointsCorrection correction{m_dice.pick(persons(m_office.reads())),
                                              m_dice.below(2 * points_max + 1) - points_max, "答应补的",
                                              std::to_string(++m_corrections), {"总部"}};
    const int times{m_dice.percent(30) ? 2 : 1}; // The form is sent once more.
    for (int i{0}; i < times; ++i) {
        m_office.decide([&](office::Office& office, const database::Transaction& open) {
            (void)office::correct_points(office, open, correction); // Refused where it is 0, or she was erased.
        });
    }
}

// Takes one by telephone, or answers one of any shop.
void Dispatcher::look_after_complaints()
{
    const auto open = complaints::list(m_office.reads(), {});
    if (open.empty() || m_dice.percent(30)) {
        const office::NewComplaint wanted{m_dice.pick(persons(m_office.reads())), ComplaintMatter::delivery,
                                          "电话里说包裹晚到了三天", {}, m_dice.percent(50) ? first_shop : PlaceCode{},
                                          std::to_string(++m_complaints), {"总部"}};
        m_office.decide([&](office::Office& office, const database::Transaction& transaction) {
            (void)office::open_complaint(office, transaction, wanted); // Refused where she was erased.
        });
        return;
    }
    const ComplaintCase one{m_dice.pick(open)};
    const std::string words{fmt::format("总部第 {} 次写下的经过", ++m_complaints)};
    m_office.decide([&](office::Office& office, const database::Transaction& transaction) {
        (void)office::answer_complaint(office, transaction, one.complaint.complaint, next_duty(one)->duty, words,
                                       {"总部"});
    });
}

void Dispatcher::ask(const std::string& order, const std::string& step, const std::string& body)
{
    const auto response = m_office.post(fmt::format("/v1/orders/{}/{}", order, step), body);
    static const std::map<std::string, std::string> events{{"accept", "order_accepted"},
                                                            {"decline", "order_declined"},
                                                            {"ship", "order_shipped"},
                                                            {"deliver", "order_delivered"},
                                                            {"cancel", "order_cancelled"},
                                                            {"hold", "order_held"},
                                                            {"offer", "order_substitute_offered"},
                                                            {"split", "order_split"},
                                                            {"allocate", "order_allocated"},
                                                            {"pack", "order_packed"},
                                                            {"send_out", "order_out_for_delivery"},
                                                            {"fail_delivery", "order_delivery_failed"},
                                                            {"come_back", "order_came_back"}};
    if (response && response->status == 200) m_promises.push_back({{order}, events.at(step)});
    // 409: not possible in this state, or nobody has the goods.
    if (!response || response->status == 200 || response->status == 409) return;
    m_surprises.push_back(fmt::format("the office answers {} to {} of {}: {}", response->status, step, order,
                                      response->body));
}

} // namespace guitai::sim
