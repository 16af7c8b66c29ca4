#include "terminal/app/leases.hpp"
#include "terminal/app/permission.hpp"
#include "terminal/app/services.hpp"
#include "terminal/app/use_cases.hpp"
#include "terminal/app/view_parts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace guitai {
namespace {

const Service* find_service(const Desk& desk, std::string_view service)
{
    for (const Service& one : desk.state.chain_services.services) {
        if (one.service == service) return &one;
    }
    return nullptr;
}

bool answers(const CatalogueItem& goods, const ServiceNeed& need)
{
    if (!need.sku.empty()) return goods.sku == need.sku;
    if (!need.category.empty()) return lies_under(goods.category, need.category);
    return std::find(goods.tags.begin(), goods.tags.end(), need.tag) != goods.tags.end();
}

// Bought on this ticket: what comes back answers no need.
bool is_bought(const Desk& desk, const ServiceNeed& need)
{
    const auto& lines = desk.state.cart.lines();
    return std::any_of(lines.begin(), lines.end(), [&](const CartLine& line) {
        const bool goes{line.kind == LineKind::sale || line.kind == LineKind::order};
        return goes && line.swap.none() && answers(line.product, need);
    });
}

// As a person says it: the item by its name.
std::string said_of(const Desk& desk, const ServiceNeed& need)
{
    if (need.sku.empty()) return need.category.empty() ? need.tag : need.category;
    const auto product = desk.ports.catalogue.find(need.sku);
    return product ? product->name : need.sku.text;
}

Result<void> check_needs(const Desk& desk, const Service& service)
{
    for (const ServiceNeed& need : service.needs) {
        if (!is_bought(desk, need)) return refuse("service.needs_purchase", said_of(desk, need));
    }
    return {};
}

std::int64_t here(const Desk& desk)
{
    if (!desk.state.member) return 0;
    return points_in(hand_beside_services(desk, desk.state.member->purse())) - desk.state.redeem.points;
}

// Of all that she has as far as is known here, beside what this ticket takes already.
std::int64_t known_points(const Desk& desk)
{
    const std::int64_t balance{desk.ports.members.points(desk.state.member->member, desk.today()).balance};
    return std::max(here(desk), balance - service_points(desk) - desk.state.redeem.points);
}

Refusal too_few(const Desk& desk, const Service& service)
{
    return {"service.not_enough_points", fmt::format("{} / {}", known_points(desk), service.points)};
}

// Everything but the points.
Result<void> check_taking(const Desk& desk, const Service& service)
{
    if (!desk.state.member) return refuse("service.needs_member");
    if (desk.ports.points == nullptr) return refuse("service.unknown", service.service);
    const auto& taken = desk.state.services;
    const auto times = std::count_if(taken.begin(), taken.end(),
                                     [&](const Service& one) { return one.service == service.service; });
    if (times >= service.per_ticket) return refuse("service.per_ticket", std::to_string(service.per_ticket));
    return check_needs(desk, service);
}

Refusal why_not(const Desk& desk, const Service& service, const Refusal& refusal)
{
    if (refusal.code == "points.office_away") return {"points.only_offline", std::to_string(here(desk))};
    return refusal.code == "lease.not_enough" ? too_few(desk, service) : refusal;
}

// True: its points are in the hand. False: they are waited for.
Result<bool> fetch(Desk& desk, const Service& service)
{
    const std::int64_t missing{service.points - here(desk)};
    desk.state.service.waiting = false;
    if (missing <= 0) return true;
    if (desk.ports.leases == nullptr) return refuse(too_few(desk, service));
    desk.state.service.service = service.service;
    auto granted = ask_for_wish(desk, desk.state.service, {desk.state.member->purse(), missing});
    if (!granted) return refuse(why_not(desk, service, granted.error()));
    if (!*granted) return false;
    desk.state.service.waiting = false;
    if (here(desk) < service.points) return refuse(too_few(desk, service));
    return true;
}

Result<void> take(Desk& desk, const std::string& wanted)
{
    const Service* const service{find_service(desk, wanted)};
    if (service == nullptr) return refuse("service.unknown", cut_to(wanted, 40));
    if (auto may = check_taking(desk, *service); !may) return may;
    const auto ready = fetch(desk, *service);
    if (!ready) return refuse(ready.error());
    if (!*ready) return {};
    desk.state.services.push_back(*service);
    return {};
}

// Done or refused, nothing is waited for any more.
Result<void> end_wish(Desk& desk, Result<void> done)
{
    if (!done || !desk.state.service.waiting) desk.state.service = {};
    if (!done) tend_leases(desk);
    show_cart(desk);
    return done;
}

} // namespace

std::int64_t service_points(const Desk& desk)
{
    std::int64_t points{0};
    for (const Service& service : desk.state.services) points += service.points;
    return points;
}

std::vector<PointsSource> hand_beside_services(const Desk& desk, const std::string& account)
{
    std::vector<PointsSource> sources{in_hand(desk, account)};
    const std::int64_t points{service_points(desk)};
    if (points > 0) take_off(sources, draw_points(sources, points, desk.today()));
    return sources;
}

Result<void> check_services(const Desk& desk)
{
    if (desk.state.services.empty()) return {};
    if (!desk.state.member) return refuse("service.needs_member");
    for (const Service& service : desk.state.services) {
        if (auto bought = check_needs(desk, service); !bought) return bought;
    }
    const std::int64_t wanted{service_points(desk)};
    const auto drawn = draw_points(in_hand(desk, desk.state.member->purse()), wanted, desk.today());
    std::int64_t points{0};
    for (const LotPart& part : drawn) points += part.amount;
    if (points < wanted) return refuse("service.not_enough_points", fmt::format("{} / {}", points, wanted));
    return {};
}

void put_services(const Desk& desk, SaleCompleted& sale)
{
    if (desk.state.services.empty()) return;
    std::vector<PointsSource> sources{in_hand(desk, desk.state.member->purse())};
    for (const Service& service : desk.state.services) {
        ServiceTaken taken;
        taken.service = service.service;
        taken.name = service.name;
        taken.name_en = service.name_en;
        taken.spent.n = first_service_n + std::ssize(sale.services);
        taken.spent.account = desk.state.member->purse();
        taken.spent.member = desk.state.member->member;
        taken.spent.amount = service.points;
        taken.spent.lots = draw_points(sources, service.points, desk.today());
        take_off(sources, taken.spent.lots);
        sale.services.push_back(std::move(taken));
    }
}

void forget_services(Desk& desk)
{
    desk.state.services.clear();
    desk.state.service = {};
}

void go_on_with_service(Desk& desk)
{
    if (!desk.state.service.waiting || desk.state.service.busy) return;
    const std::string wanted{desk.state.service.service};
    // Paid, or somebody else's ticket meanwhile.
    const bool gone{!desk.state.tenders.empty() || !desk.state.member || desk.state.cart.is_empty()};
    const auto done = end_wish(desk, gone ? refuse("service.unknown", wanted) : take(desk, wanted));
    if (!done && !gone) desk.state.view.banner = {done.error().code, done.error().detail, true};
}

bool hears_service(const Desk& desk, const HearLease& heard)
{
    return desk.state.service.waiting && desk.state.service.ask == heard.ask && !heard.refusal.empty();
}

Result<void> forget_service_wish(Desk& desk, const HearLease& heard)
{
    const Service* const service{find_service(desk, desk.state.service.service)};
    Refusal why{heard.refusal, heard.detail};
    if (service != nullptr && desk.state.member) why = why_not(desk, *service, why);
    return end_wish(desk, refuse(why));
}

bool take_up_services(Desk& desk, const std::vector<std::string>& services)
{
    bool all{true};
    for (const std::string& service : services) {
        // One question at a time: where the first waits for its answer, the others are asked for again.
        const auto taken = desk.state.service.waiting ? refuse("service.asking") : end_wish(desk, take(desk, service));
        all = all && taken;
    }
    return all;
}

void show_services(Desk& desk)
{
    const TillState& state{desk.state};
    std::vector<ServiceLineView>& lines{desk.state.view.cart.services};
    lines.clear();
    for (const Service& one : state.services) lines.push_back({one.service, one.name, one.name_en, one.points});
    desk.state.view.cart.asking_service = state.service.waiting;
    std::vector<ServiceOfferView>& offers{desk.state.view.services};
    offers.clear();
    const bool asked{!state.chain_services.services.empty() && state.member && desk.ports.points != nullptr};
    const std::int64_t known{asked ? known_points(desk) : 0};
    for (const Service& one : state.chain_services.services) {
        ServiceOfferView offer{one.service, one.name, one.name_en, one.points, {}, {}, {}};
        for (const ServiceNeed& need : one.needs) offer.needs.push_back(said_of(desk, need));
        auto may = check_taking(desk, one);
        if (may && known < one.points) may = refuse(too_few(desk, one));
        if (!may) {
            offer.refusal = may.error().code;
            offer.detail = may.error().detail;
        }
        offers.push_back(std::move(offer));
    }
}

Result<void> perform(Desk& desk, const AddService& command)
{
    if (auto ready = begin_edit(desk); !ready) return ready;
    if (desk.state.service.waiting) return refuse("service.asking");
    return end_wish(desk, take(desk, command.service));
}

Result<void> perform(Desk& desk, const RemoveService& command)
{
    if (auto ready = begin_edit(desk); !ready) return ready;
    auto& services = desk.state.services;
    const auto last = std::find_if(services.rbegin(), services.rend(),
                                   [&](const Service& one) { return one.service == command.service; });
    if (last == services.rend()) return refuse("service.not_on_ticket");
    services.erase(std::next(last).base());
    show_cart(desk);
    tend_leases(desk);
    return {};
}

} // namespace guitai
