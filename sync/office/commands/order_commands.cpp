#include "sync/office/commands/order_commands.hpp"

#include "sync/catalogue/import.hpp"
#include "sync/office/carriers.hpp"
#include "sync/office/commands/imports.hpp"
#include "sync/office/commands/set_rules.hpp"
#include "sync/office/projections/dealer_shares.hpp"
#include "sync/office/projections/places.hpp"
#include "sync/office/projections/return_freight.hpp"
#include "sync/office/webhooks.hpp"

#include <CLI/CLI.hpp>

namespace guitai::office {
namespace {

int set_fulfilment_command(const Run& run)
{
    const auto bytes = read_file(run.said.file, catalogue_bytes_max);
    if (!bytes) return refuse_aloud(run.err, bytes.error());
    return with_known_office(run, [&](Office& office) -> Result<std::string> {
        auto set = set_fulfilment(office, *bytes);
        if (!set) return refuse(set.error().code, fmt::format("{}: {}", run.said.file, set.error().detail));
        return set;
    });
}

int dealer_shares_command(const Run& run)
{
    return with_known_office(run, [&](Office& office) -> Result<std::string> {
        const PlaceCode store{run.said.store};
        if (!store.empty() && !find_place(office.connection(), store)) return refuse("store.unknown", store.text);
        return dealer_shares_csv(office.connection(), store);
    });
}

int return_freight_command(const Run& run)
{
    return with_known_office(run, [&](Office& office) -> Result<std::string> {
        const PlaceCode store{run.said.store};
        if (!store.empty() && !find_place(office.connection(), store)) return refuse("store.unknown", store.text);
        return return_freight_csv(office.connection(), store);
    });
}

int add_carrier_command(const Run& run)
{
    return with_known_office(run, [&](Office& office) -> Result<std::string> {
        database::Transaction open{office.connection()};
        auto key = make_carrier(office, open, run.said.name, run.said.adapter);
        if (key) open.commit();
        return key;
    });
}

int add_webhook_command(const Run& run)
{
    return with_known_office(run, [&](Office& office) -> Result<std::string> {
        database::Transaction open{office.connection()};
        auto key = make_webhook(office, open, run.said.file);
        if (key) open.commit();
        return key;
    });
}

int webhooks_command(const Run& run)
{
    return with_known_office(run, [&](Office& office) -> Result<std::string> {
        std::string csv{"id,url,position,failures,last_error"};
        for (const Webhook& one : all_webhooks(office.connection())) {
            csv += fmt::format("\n{},{},{},{},{}", one.id, one.url, one.position, one.failures, one.last_error);
        }
        return csv;
    });
}

int drop_webhook_command(const Run& run)
{
    return with_known_office(run, [&](Office& office) -> Result<std::string> {
        database::Transaction open{office.connection()};
        if (auto dropped = drop_webhook(office, open, run.said.till); !dropped) return refuse(dropped.error());
        open.commit();
        return fmt::format("webhook {} is told nothing more", run.said.till);
    });
}

} // namespace

Result<std::string> set_fulfilment(Office& office, std::string_view json)
{
    const auto rules = read_fulfilment(json);
    if (!rules) return refuse(rules.error());
    for (const PlaceTerms& terms : rules->places) {
        if (!find_place(office.connection(), terms.place)) {
            return refuse("store.unknown",
                          fmt::format("no place {}; guitai-office add-store makes it", terms.place.text));
        }
    }
    database::Transaction open{office.connection()};
    office.books().journal().lock(open);
    office.say(open, *rules, "guitai-office");
    open.commit();
    return fmt::format("{}, {} parcels at most, {} minutes to answer, {} places",
                       rules->automatic ? "automatic" : "by people", rules->parcels_max, rules->answer_minutes,
                       rules->places.size());
}

std::string dealer_shares_csv(database::Connection& connection, const PlaceCode& store)
{
    constexpr int lines_max{1'000'000};
    std::string csv{"store,date,order,base_minor,share_percent,amount_minor"};
    for (const DealerShare& one : dealer_shares(connection, store, {}, lines_max)) {
        csv += fmt::format("\n{},{},{},{},{}.{:02},{}", one.store.text, one.business_date, one.order.text,
                           one.base_minor, one.share.value / 100, one.share.value % 100, one.amount_minor);
    }
    return csv;
}

namespace {

// What people wrote, with whatever it holds.
std::string in_quotes(std::string_view text)
{
    std::string cell{'"'};
    for (const char one : text) {
        cell += one;
        if (one == '"') cell += one;
    }
    return cell += '"';
}

} // namespace

std::string return_freight_csv(database::Connection& connection, const PlaceCode& store)
{
    constexpr int lines_max{1'000'000};
    std::string csv{"store,date,order_or_receipt,payer,amount_minor,reason"};
    for (const FreightRow& one : return_freight(connection, store, lines_max)) {
        csv += fmt::format("\n{},{},{},{},{},{}", one.store.text, one.business_date, one.subject, word_of(one.payer),
                           one.amount_minor, in_quotes(one.reason));
    }
    return csv;
}

void add_order_commands(const AddCommand& add, Said& said)
{
    add("set-fulfilment", "which places send orders, who is asked first, what a shop has of its own",
        set_fulfilment_command)
        ->add_option("FILE", said.file, "a JSON file; README.md shows one")
        ->required();
    add("dealer-shares", "prints as CSV what shops have of the orders that they took", dealer_shares_command)
        ->add_option("--store", said.store, "of that shop; otherwise of all");

    add("return-freight", "prints as CSV what sending goods back cost, and who bore it", return_freight_command)
        ->add_option("--store", said.store, "taken back by that shop; otherwise by all");

    CLI::App* carrier{add("add-carrier", "prints the key that a carrier signs with; again: the next one",
                          add_carrier_command)};
    carrier->add_option("--name", said.name, "as it stands on orders that it carries")->required();
    carrier->add_option("--adapter", said.adapter, "how it speaks: standard");

    add("add-webhook", "tells a program of every step of an order; prints the key that it is signed with",
        add_webhook_command)
        ->add_option("URL", said.file, "http:// or https://")
        ->required();
    add("webhooks", "prints as CSV who is told of orders, and how far", webhooks_command);
    add("drop-webhook", "tells that program nothing more", drop_webhook_command)
        ->add_option("ID", said.till, "as webhooks prints it")
        ->required();
}

} // namespace guitai::office
