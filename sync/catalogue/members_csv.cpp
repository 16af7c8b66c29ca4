#include "sync/catalogue/members_csv.hpp"

#include "sync/catalogue/csv.hpp"
#include "sync/catalogue/problems.hpp"
#include "sync/catalogue/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>

namespace guitai {
namespace {

using Column = std::optional<std::size_t>;

constexpr std::int64_t points_max{100'000'000};

// As much as a till takes of one text, and five times that of all that is only to be read.
constexpr std::size_t text_bytes_max{400};
constexpr std::size_t attributes_bytes_max{2'000};

struct Columns {
    explicit Columns(const CsvTable& table)
        : phone{table.column({"phone", "mobile", "手机", "手机号", "电话"})},
          name{table.column({"name", "姓名"})},
          reading{table.column({"reading", "pronunciation", "pinyin", "读音", "拼音"})},
          form_of_address{table.column({"form_of_address", "form of address", "称呼"})},
          gender{table.column({"gender", "sex", "性别"})},
          tier{table.column({"tier", "level", "等级", "会员等级"})},
          birthday{table.column({"birthday", "生日"})},
          usual_size{table.column({"usual_size", "usual size", "size", "常穿尺码", "尺码"})},
          note{table.column({"note", "备注"})},
          card{table.column({"card", "card number", "卡号", "会员卡号"})},
          joined_on{table.column({"joined_on", "joined", "入会日期"})},
          account_limit{table.column({"account_limit", "account limit", "挂账额度"})},
          tier_until{table.column({"tier_until", "tier until", "等级到期"})}
    {
        points = {table.column({"points", "积分"}), table.column({"points_2", "积分2"})};
        expiries = {table.column({"points_expire", "points expire", "积分到期"}),
                    table.column({"points_2_expire", "积分2到期"})};
    }

    [[nodiscard]] bool knows(std::size_t column) const
    {
        const std::array<Column, 17> known{
            phone, name, reading,   form_of_address, gender,    tier,        birthday,   usual_size,
            note,  card, joined_on, points[0],       points[1], expiries[0], expiries[1], account_limit, tier_until};
        return std::find(known.begin(), known.end(), Column{column}) != known.end();
    }

    Column phone, name, reading, form_of_address, gender, tier, birthday, usual_size, note, card, joined_on,
        account_limit, tier_until;
    std::array<Column, 2> points, expiries;
};

std::string address_for(std::string_view gender)
{
    const std::string word{lower_ascii(gender)};
    if (word == "男" || word == "male" || word == "m") return "先生";
    if (word == "女" || word == "female" || word == "f") return "女士";
    return {};
}

class Reader {
public:
    explicit Reader(CsvTable table) : m_table{std::move(table)}, m_columns{m_table} {}

    Result<std::vector<ImportedMember>> read()
    {
        if (!m_columns.phone || !m_columns.name) {
            return refuse("csv.missing_column", fmt::format("line 1: no column \"{}\"; expected at least phone, name",
                                                            m_columns.phone ? "name" : "phone"));
        }
        CsvRecord record;
        while (true) {
            const auto more = m_table.next(record);
            if (!more) return refuse(more.error());
            if (!*more) break;
            read_member(record);
        }
        if (m_problems.any()) return refuse(m_problems.refusal());
        return std::move(m_members);
    }

private:
    void read_member(const CsvRecord& record)
    {
        ImportedMember member;
        member.line = record.line;
        MemberProfile& profile{member.profile};
        profile.name = text_in(record, m_columns.name);
        if (profile.name.empty()) complain(record, m_columns.name, "members.missing_name", "it is empty");
        profile.reading = text_in(record, m_columns.reading);
        profile.form_of_address = text_in(record, m_columns.form_of_address);
        if (profile.form_of_address.empty()) profile.form_of_address = address_for(cell(record, m_columns.gender));
        profile.tier = text_in(record, m_columns.tier);
        profile.usual_size = text_in(record, m_columns.usual_size);
        profile.note = text_in(record, m_columns.note);
        profile.birthday = date_in(record, m_columns.birthday);
        profile.joined_on = date_in(record, m_columns.joined_on);
        profile.tier_until = date_in(record, m_columns.tier_until);
        read_account_limit(record, member);
        read_phone_and_card(record, profile);
        read_points(record, member);
        read_attributes(record, member);
        m_members.push_back(std::move(member));
    }

    void read_attributes(const CsvRecord& record, ImportedMember& member)
    {
        std::size_t bytes{0};
        for (std::size_t column{0}; column < record.fields.size(); ++column) {
            const std::string_view text{cell(record, column)};
            if (text.empty() || m_columns.knows(column)) continue;
            const bool had_room{bytes <= attributes_bytes_max};
            bytes += text.size();
            if (had_room && bytes > attributes_bytes_max) {
                complain(record, column, "members.too_long",
                         fmt::format("the columns beside those of a member hold more than {} bytes",
                                     attributes_bytes_max));
            }
            member.attributes.emplace_back(m_table.heading(column), one_line(text));
        }
    }

    // One line, and as long as a till takes it.
    std::string text_in(const CsvRecord& record, Column column)
    {
        std::string text{one_line(unguarded(cell(record, column)))};
        if (text.size() > text_bytes_max) {
            complain(record, column, "members.too_long", fmt::format("more than {} bytes", text_bytes_max));
        }
        return text;
    }

    void read_account_limit(const CsvRecord& record, ImportedMember& member)
    {
        const std::string_view text{cell(record, m_columns.account_limit)};
        if (text.empty()) return;
        const auto limit = parse_money(text);
        member.names_limit = true;
        if (limit && !limit->is_negative()) member.profile.account_limit = *limit;
        else complain(record, m_columns.account_limit, "members.bad_limit", "it is no amount in yuan");
    }

    void read_phone_and_card(const CsvRecord& record, MemberProfile& profile)
    {
        const std::string_view text{cell(record, m_columns.phone)};
        if (const auto phone = plain_phone(unguarded(text))) {
            profile.phone = *phone;
            check_first(record, m_columns.phone, "members.duplicate_phone", m_phones, *phone);
        } else {
            complain(record, m_columns.phone, "members.bad_phone",
                     fmt::format("\"{}\" is no phone number", shortened(one_line(text), 40)));
        }
        profile.card = text_in(record, m_columns.card);
        if (!profile.card.empty()) check_first(record, m_columns.card, "members.duplicate_card", m_cards, profile.card);
    }

    void check_first(const CsvRecord& record, Column column, std::string code,
                     std::unordered_map<std::string, std::int64_t>& lines, const std::string& value)
    {
        const auto [known, is_first] = lines.emplace(value, record.line);
        if (!is_first) {
            complain(record, column, std::move(code),
                     fmt::format("{} stands on line {} already", value, known->second));
        }
    }

    void read_points(const CsvRecord& record, ImportedMember& member)
    {
        for (std::size_t lot{0}; lot < m_columns.points.size(); ++lot) {
            const std::string_view text{cell(record, m_columns.points[lot])};
            if (text.empty()) continue;
            std::int64_t points{0};
            const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), points);
            if (error != std::errc{} || end != text.data() + text.size() || points < 0 || points > points_max) {
                complain(record, m_columns.points[lot], "members.bad_points",
                         fmt::format("\"{}\" is no number of points", shortened(one_line(text), 40)));
            } else if (points > 0) {
                member.points.push_back({points, date_in(record, m_columns.expiries[lot])});
            }
        }
    }

    std::string date_in(const CsvRecord& record, Column column)
    {
        const std::string_view text{cell(record, column)};
        if (text.empty()) return {};
        if (auto date = read_date(text)) return std::move(*date);
        complain(record, column, "members.bad_date", fmt::format("\"{}\" is no date", shortened(one_line(text), 40)));
        return {};
    }

    void complain(const CsvRecord& record, Column column, std::string code, std::string detail)
    {
        m_problems.add(record.line, m_table.heading(column), {std::move(code), std::move(detail)});
    }

    CsvTable m_table;
    Columns m_columns;
    Problems m_problems;
    std::vector<ImportedMember> m_members;
    std::unordered_map<std::string, std::int64_t> m_phones;
    std::unordered_map<std::string, std::int64_t> m_cards;
};

} // namespace

std::optional<std::string> plain_phone(std::string_view text)
{
    std::string digits;
    for (const char c : trimmed(text)) {
        if (c >= '0' && c <= '9')
            digits += c;
        else if (c != ' ' && c != '-' && c != '(' && c != ')' && !(c == '+' && digits.empty()))
            return std::nullopt;
    }
    // 13 digits that begin 861 are a Chinese mobile with its country in front.
    if (digits.size() == 13 && digits.compare(0, 3, "861") == 0) digits.erase(0, 2);
    if (digits.size() < 5 || digits.size() > 15) return std::nullopt;
    return digits;
}

Result<std::vector<ImportedMember>> read_members(std::string_view bytes, Encoding encoding)
{
    const auto text = utf8_of(bytes, encoding);
    if (!text) return refuse(text.error());
    auto table = CsvTable::open(*text);
    if (!table) return refuse(std::move(table.error()));
    return Reader{std::move(*table)}.read();
}

} // namespace guitai
