// A service of a finished ticket is given back: exactly its points go into the lots they came from.
// No money moves; the goods of that ticket stay what they are.
#include "terminal/app/counter_payment.hpp"
#include "terminal/app/leases.hpp"
#include "terminal/app/permission.hpp"
#include "terminal/app/services.hpp"
#include "terminal/app/use_cases.hpp"
#include "terminal/app/view_parts.hpp"

#include <algorithm>

namespace guitai {
namespace {

constexpr std::size_t reason_bytes_max{200};

Result<ServiceTaken> taken_on(const Desk& desk, const SaleCompleted& sale, const std::string& service)
{
    bool known{false};
    for (const ServiceTaken& one : sale.services) {
        if (one.service != service) continue;
        known = true;
        if (!desk.ports.club->service_returned(sale.receipt, one.spent.n)) return one;
    }
    return refuse(known ? "service.returned_already" : "service.not_on_receipt", sale.receipt.text);
}

ServiceReturned returned_by(const Desk& desk, const ReturnService& command, const ServiceTaken& taken)
{
    ServiceReturned returned;
    returned.receipt = command.receipt;
    returned.n = taken.spent.n;
    returned.service = taken.service;
    returned.store = desk.state.view.shop.store;
    returned.shift = desk.state.shift.shift;
    returned.staff = desk.staff();
    returned.business_date = desk.state.shift.business_date;
    returned.reason = command.reason;
    returned.restored.redemption = part_id(command.receipt, taken.spent.n);
    returned.restored.account = taken.spent.account;
    returned.restored.member = taken.spent.member;
    returned.restored.amount = taken.spent.amount;
    returned.restored.lots = restored_parts(taken.spent.lots, 0, taken.spent.amount);
    returned.test = desk.state.view.shop.test;
    return returned;
}

PrintJob slip_of(const Desk& desk, const ServiceBackView& done)
{
    const WordOf words{desk.words()};
    const CounterSlip slip{"paper.service_returned", done.receipt.text, "paper.member", done.whose};
    Page page{begin_slip(desk, slip)};
    page.text(desk.ports.paper_in_english && !done.name_en.empty() ? done.name_en : done.name);
    page.pair(words("paper.service_points_back"), std::to_string(done.points));
    PrintJob job;
    job.text = page.str();
    job.barcode = done.receipt.text;
    return job;
}

} // namespace

std::vector<ServiceTakenView> services_of(const Desk& desk, const SaleCompleted& sale)
{
    std::vector<ServiceTakenView> services;
    for (const ServiceTaken& one : sale.services) {
        const bool returned{desk.ports.club != nullptr &&
                            desk.ports.club->service_returned(sale.receipt, one.spent.n)};
        services.push_back({one.spent.n, one.service, one.name, one.name_en, one.spent.amount, returned});
    }
    return services;
}

Result<void> perform(Desk& desk, const ReturnService& command)
{
    if (auto open = must_have_shift(desk); !open) return open;
    if (command.reason.empty() || command.reason.size() > reason_bytes_max) return refuse("return.needs_reason");
    const auto sale = desk.ports.days.known_sale(command.receipt);
    if (!sale || desk.ports.club == nullptr) {
        return refuse("return.unknown_receipt", cut_to(command.receipt.text, reason_bytes_max));
    }
    const auto taken = taken_on(desk, *sale, command.service);
    if (!taken) return refuse(taken.error());
    const auto member = desk.ports.members.find(taken->spent.member.text);
    ServiceBackView done;
    done.receipt = command.receipt;
    done.name = taken->name;
    done.name_en = taken->name_en;
    done.whose = member ? shown_name(*member) : std::string{};
    done.points = taken->spent.amount;
    std::vector<EventBody> bodies{};
    begin_points_day(desk, bodies);
    bodies.emplace_back(returned_by(desk, command, *taken));
    desk.write(std::move(bodies), {slip_of(desk, done)});
    desk.ports.printer.wake();
    desk.state.view.payment.service_back = std::move(done);
    for (SoldView& sold : desk.state.view.returns.sales) {
        if (sold.receipt == command.receipt) sold.services = services_of(desk, *sale);
    }
    show_members(desk);
    return {};
}

} // namespace guitai
