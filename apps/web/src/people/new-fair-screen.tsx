import { useEffect, useState } from 'react';
import type { FormEvent } from 'react';
import { Button, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { queryClient, sessionQuery } from '../api/queries';
import { RefusalNote } from '../home/entrance';
import { m } from '../paraglide/messages.js';
import { AppShell } from '../ui/app-shell';
import buttons from '../ui/buttons.module.css';
import { Kit } from '../ui/kit';
import { Forbidden, Skeleton } from '../ui/states';
import classes from './people.module.css';
import { codeFrom, isCode } from './people.rules';
import { openFair } from './people.requests';

/** `/new-fair`: a real fair from a template or in an empty hall, with nobody in it yet. */
export function NewFairScreen() {
  const { data: caller } = useQuery(sessionQuery);
  useEffect(() => {
    document.title = `${m.home_new_fair()} · Phiên`;
  });
  return (
    <AppShell name="Phiên">
      <Kit>
        <div className={classes.narrow}>
          {!caller ? (
            <Skeleton shapes={[44, 320]} />
          ) : caller.mayOpenFairs ? (
            <NewFairForm />
          ) : (
            <Forbidden
              login={caller.login}
              action={
                <Link to="/" className={buttons.button}>
                  {m.to_home()}
                </Link>
              }
            />
          )}
        </div>
      </Kit>
    </AppShell>
  );
}

type Template = 'ocop-160' | 'ocop-250' | 'ocop-460' | 'empty';

const templates: readonly { value: Template; name: () => string }[] = [
  { value: 'ocop-160', name: () => m.people_plan_booths({ count: 160 }) },
  { value: 'ocop-250', name: () => m.people_plan_booths({ count: 250 }) },
  { value: 'ocop-460', name: () => m.people_plan_booths({ count: 460 }) },
  { value: 'empty', name: m.people_plan_empty },
];

const blank = {
  nameVi: '',
  nameEn: '',
  code: '',
  venueVi: '',
  startsOn: '',
  days: '7',
  opensAt: '08:00',
  closesAt: '22:00',
  grace: '60',
  template: 'ocop-160' as Template,
};

function NewFairForm() {
  const navigate = useNavigate();
  const [said, setSaid] = useState(blank);
  const [isChecked, setChecked] = useState(false);
  const code = said.code || codeFrom(said.nameVi);
  const faults = {
    nameVi: said.nameVi.trim() ? undefined : m.people_name_missing(),
    code: isCode(code) ? undefined : m.people_code_wrong(),
    venueVi: said.venueVi.trim() ? undefined : m.people_venue_missing(),
    startsOn: said.startsOn ? undefined : m.people_first_day_missing(),
    days: isWithin(said.days, 1, 62) ? undefined : m.people_days_wrong(),
    closesAt: said.opensAt < said.closesAt ? undefined : m.people_hours_wrong(),
    grace: isWithin(said.grace, 0, 720) ? undefined : m.people_grace_wrong(),
  };
  const opening = useMutation({
    mutationFn: () =>
      openFair({
        template: said.template,
        cast: 'none',
        code,
        nameVi: said.nameVi.trim(),
        nameEn: said.nameEn.trim() || said.nameVi.trim(),
        venueVi: said.venueVi.trim(),
        startsOn: said.startsOn,
        days: Number(said.days),
        opensAt: said.opensAt,
        closesAt: said.closesAt,
        closingGraceMinutes: Number(said.grace),
      }),
    onSuccess: async (fair) => {
      await queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
      await queryClient.invalidateQueries({ queryKey: ['fairs'] });
      await navigate({ to: '/people', search: { fair: fair.code } });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (Object.values(faults).every((fault) => fault === undefined)) opening.mutate();
  };
  const field = (key: keyof typeof blank) => ({
    size: 'md' as const,
    name: key,
    value: said[key],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setSaid((before) => ({ ...before, [key]: value }));
    },
    error: isChecked ? (faults as Partial<Record<keyof typeof blank, string>>)[key] : undefined,
  });
  return (
    <>
      <h1 className={classes.title}>{m.home_new_fair()}</h1>
      <p className={classes.quiet}>{m.people_new_fair_text()}</p>
      <form className={`${classes.card} ${classes.form}`} onSubmit={submit} noValidate>
        <TextInput label={m.people_fair_name()} maxLength={200} {...field('nameVi')} />
        <TextInput
          label={m.people_fair_name_en()}
          description={m.people_name_en_hint()}
          maxLength={200}
          {...field('nameEn')}
        />
        <TextInput
          label={m.people_code()}
          description={m.people_code_hint()}
          maxLength={60}
          autoCapitalize="none"
          spellCheck={false}
          {...field('code')}
          value={code}
        />
        <TextInput label={m.people_venue()} maxLength={200} {...field('venueVi')} />
        <Select
          size="md"
          label={m.people_plan()}
          description={m.people_plan_hint()}
          data={templates.map(({ value, name }) => ({ value, label: name() }))}
          value={said.template}
          allowDeselect={false}
          onChange={(value) => {
            const chosen = templates.find((each) => each.value === value);
            if (chosen) setSaid((before) => ({ ...before, template: chosen.value }));
          }}
        />
        <div className={classes.pair}>
          <TextInput type="date" label={m.people_first_day()} {...field('startsOn')} />
          <TextInput inputMode="numeric" label={m.people_days()} {...field('days')} />
          <TextInput type="time" label={m.people_opens()} {...field('opensAt')} />
          <TextInput type="time" label={m.people_closes()} {...field('closesAt')} />
        </div>
        <TextInput
          inputMode="numeric"
          label={m.people_grace()}
          description={m.people_grace_hint()}
          {...field('grace')}
        />
        <RefusalNote error={opening.error} />
        <div className={classes.foot}>
          <Link to="/" className={buttons.button}>
            {m.people_cancel()}
          </Link>
          <Button type="submit" size="md" loading={opening.isPending}>
            {m.home_new_fair()}
          </Button>
        </div>
      </form>
    </>
  );
}

const isWithin = (typed: string, least: number, most: number) =>
  /^\d{1,3}$/.test(typed) && Number(typed) >= least && Number(typed) <= most;
