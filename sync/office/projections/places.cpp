#include "sync/office/projections/places.hpp"

#include "sync/events/time.hpp"
#include "sync/office/projections/stored.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace guitai::office {
namespace {

constexpr std::string_view place_columns{
    "place, name, place_kind, tax_included, tax_rate, delivery_fee_minor, utc_offset_minutes, test"};

PlaceSet place_from(const database::Statement& row)
{
    PlaceSet place;
    place.place = {row.text(0)};
    place.name = row.text(1);
    place.place_kind = stored_word<PlaceKind>(row.text(2));
    place.tax_included = row.flag(3);
    place.tax_rate = {row.integer(4)};
    place.delivery_fee = Money::from_minor(row.integer(5));
    place.utc_offset_minutes = row.integer(6);
    place.test = row.flag(7);
    return place;
}

} // namespace

void Places::fold(database::Connection& connection, const Event& event)
{
    const auto* set = std::get_if<PlaceSet>(&event.body);
    if (!set) return;
    database::Statement{connection,
                        "INSERT INTO places (place, name, place_kind, tax_included, tax_rate, delivery_fee_minor,"
                        " utc_offset_minutes, test) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
                        " ON CONFLICT (place) DO UPDATE SET name = excluded.name, place_kind = excluded.place_kind,"
                        " tax_included = excluded.tax_included, tax_rate = excluded.tax_rate,"
                        " delivery_fee_minor = excluded.delivery_fee_minor,"
                        " utc_offset_minutes = excluded.utc_offset_minutes, test = excluded.test"}
        .bind(1, set->place.text)
        .bind(2, set->name)
        .bind(3, word_of(set->place_kind))
        .bind(4, set->tax_included)
        .bind(5, set->tax_rate.value)
        .bind(6, set->delivery_fee.minor())
        .bind(7, set->utc_offset_minutes)
        .bind(8, set->test)
        .run();
}

std::optional<PlaceSet> find_place(database::Connection& connection, const PlaceCode& place)
{
    database::Statement find{connection, fmt::format("SELECT {} FROM places WHERE place = ?1", place_columns)};
    find.bind(1, place.text);
    if (!find.step()) return std::nullopt;
    return place_from(find);
}

std::vector<PlaceSet> all_places(database::Connection& connection)
{
    database::Statement find{connection, fmt::format("SELECT {} FROM places ORDER BY place", place_columns)};
    std::vector<PlaceSet> places;
    while (find.step()) places.push_back(place_from(find));
    return places;
}

std::string date_in(database::Connection& connection, const PlaceCode& place, std::int64_t at_ms)
{
    constexpr std::size_t date_size{10};
    return minute_in(connection, place, at_ms).substr(0, date_size);
}

std::string minute_in(database::Connection& connection, const PlaceCode& place, std::int64_t at_ms)
{
    // A till's clock may say anything; the calendar here is kept to what it can hold.
    constexpr std::int64_t year_3000_ms{32'503'680'000'000};
    at_ms = std::clamp<std::int64_t>(at_ms, 0, year_3000_ms);
    const auto known = find_place(connection, place);
    return date_and_minute(at_ms, known ? known->utc_offset_minutes : PlaceSet{}.utc_offset_minutes);
}

} // namespace guitai::office
